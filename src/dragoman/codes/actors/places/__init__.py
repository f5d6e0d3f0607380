"""Places that act or stand for who acts: states, their capitals, their regions and cities."""
