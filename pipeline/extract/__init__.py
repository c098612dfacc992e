"""A segmented meeting -> its facts, each with evidence, and issues. One file or folder a fact."""
