"""Stands in for setuptools while pip downloads a source package whose `setup.py` must not be run."""
