"""How well the program tells who says what: attributions against texts whose attributions were coded."""
