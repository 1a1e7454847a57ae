"""What this server alone can sign: addresses that end, cookies; and its secret."""
