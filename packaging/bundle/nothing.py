"""An empty module: stands in the bundle for a list of modules that do not go along."""
