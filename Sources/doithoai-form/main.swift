internal import Foundation

// The form service: reads its configuration, opens the register, answers until it is asked to end.
exit(FormService.run(Array(CommandLine.arguments.dropFirst())))
