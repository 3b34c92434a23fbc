// The room Register: see the package's README for what belongs here.
