"""The pages, a file a subject. A view takes the request, the templates and what was asked."""
