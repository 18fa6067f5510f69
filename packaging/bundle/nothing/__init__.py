"""An empty package: stands in the bundle for one that only lists its modules, of which few go along."""
