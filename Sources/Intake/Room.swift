// The room Intake: see the package's README for what belongs here.
