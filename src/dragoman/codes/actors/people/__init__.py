"""People in office, with their days."""
