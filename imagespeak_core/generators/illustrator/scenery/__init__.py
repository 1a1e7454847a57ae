"""What places are made of: sky, weather, ridges, planting, rooms, windows."""
