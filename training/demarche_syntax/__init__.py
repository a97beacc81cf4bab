"""Trains the dependency parsers that the product runs, and exports them to ONNX."""
