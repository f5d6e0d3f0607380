"""Problems: what breaks a rule in the actor tables, the packaged ones or a user's own, line by line."""
