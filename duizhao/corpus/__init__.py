"""All reports together: joins, arithmetic, rules."""
