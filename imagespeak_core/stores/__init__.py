"""Pictures in, keys and addresses out. `base` is the contract; `bootstrap` chooses the backend."""
