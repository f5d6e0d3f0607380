"""Words for actors without a name: classes of states, nouns of office, and the sectors they play."""
