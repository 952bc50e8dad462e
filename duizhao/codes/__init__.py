"""The kinds of mistakes: what each means, an example of it, what finds it. Knows nothing else."""
