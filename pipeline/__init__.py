"""What happens to a protocol: read, segment, extract, link, store, ask."""

VERSION = "0.1.0"
