"""One drawing kit: SVG, outlines, colours, and pixels. It knows nothing of what is drawn."""
