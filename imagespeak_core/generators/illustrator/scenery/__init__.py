"""What places are made of: sky, weather, ridges, trees, rooms, windows."""
