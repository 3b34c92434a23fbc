// The room Publishing: see the package's README for what belongs here.
