"""What the meeting binds somebody to, decides, proposes or files."""

from pipeline.extract.actions.items import actions

__all__ = ["actions"]
