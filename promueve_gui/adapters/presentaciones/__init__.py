"""Presentations as .pptx, by the python-pptx library."""
