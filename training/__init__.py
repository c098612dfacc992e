"""What makes the models that the pipeline ships: README.md beside this says of what and how right they are."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
DOCUMENTS = (ROOT / "corpus", Path(__file__).parent / "documents")
"""Folders of documents with their truth files; those of split "dev" are learned from."""
