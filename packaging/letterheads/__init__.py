"""The letterheads of imaginary offices, each with something that real ones have."""
