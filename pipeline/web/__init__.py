"""The page: `lokalbra serve`. Server-rendered, read-only, from this machine alone."""
