"""What is deployed agrees with the code: templates, roles, image, proxy, locks and prices."""
