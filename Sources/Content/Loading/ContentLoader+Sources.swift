package import Foundation

extension ContentLoader {
    /// The files of `content/`, from the root of the checkout, sorted.
    package func sourcePaths() -> [String] { ContentFolder(roots: roots).paths }

    /// The bytes of a file of the checkout; nothing when it is a folder or cannot be read.
    ///
    /// - Parameter path: From the root of the checkout; what lies over it comes first.
    package func bytes(of path: String) -> Data? {
        for root in roots.reversed() {
            do { return try Data(contentsOf: root.appending(path: path)) } catch { continue }
        }
        return nil
    }
}
