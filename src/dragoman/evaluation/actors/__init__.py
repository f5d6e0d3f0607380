"""How well actors are found and resolved, measured apart from what is said of them."""
