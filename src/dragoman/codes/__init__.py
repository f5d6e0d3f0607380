"""Codes: which actors, relations and event types exist, how they nest, and every name they go by."""
