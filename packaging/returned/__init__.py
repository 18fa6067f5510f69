"""What makes the gallery of returned workbooks: a made-up institution, and people who do to them what people do."""
