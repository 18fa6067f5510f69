"""Contents as OpenDocument text, by the odfdo library."""
