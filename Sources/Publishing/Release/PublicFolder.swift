package import Domain
import Foundation
import Glibc

/// The folder that the web server reads: trees `a/` and `b/`, and the link `current` to the live one.
package struct PublicFolder: Sendable {
    /// One of the two trees.
    package enum Tree: String, Hashable, Sendable, CaseIterable {
        case a
        case b

        var other: Tree { self == .a ? .b : .a }
    }

    package let path: String
    let disk: Disk

    package init(path: String, disk: Disk = .real) {
        self.path = path
        self.disk = disk
    }

    var linkPath: String { path + "/current" }
    var stagingPath: String { path + "/.staging" }
    var lockPath: String { path + "/.lock" }

    package func path(of tree: Tree) -> String { path + "/" + tree.rawValue }

    /// The tree that readers see; nothing before the first release.
    ///
    /// - Throws: ``ReleaseError/linkNotOurs`` when `current` is something else than a link to a tree.
    package func live() throws -> Tree? {
        guard let status = Disk.status(linkPath) else { return nil }
        guard status.st_mode & S_IFMT == S_IFLNK else { throw ReleaseError.linkNotOurs(linkPath) }
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(linkPath, &buffer, buffer.count - 1)
        guard count > 0 else { throw Disk.fault("đọc", linkPath) }
        let target = String(decoding: buffer[0..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
        guard let tree = Tree(rawValue: target) else { throw ReleaseError.linkNotOurs(linkPath) }
        return tree
    }

    /// The manifest of a tree; nothing when it has none.
    package func manifest(of tree: Tree) throws -> Manifest? { try Manifest.read(manifestPath(of: tree)) }

    func manifestBytes(of tree: Tree) throws -> Data? { try Disk.read(manifestPath(of: tree)) }

    private func manifestPath(of tree: Tree) -> String { path(of: tree) + "/" + Manifest.name }

    /// Lets `current` point to `tree`, in one step: readers see the old tree or the new one.
    func flip(to tree: Tree) throws {
        let temporary = path + "/.current.new"
        try disk.remove(temporary)
        try disk.makeLink(temporary, to: tree.rawValue)
        try disk.move(temporary, over: linkPath)
        try disk.sync(folder: path)
    }

    /// What the release before tells the form service; nothing when there is no finished release before.
    package func releaseBefore() throws -> ServiceRelease? {
        guard let live = try live(), try manifest(of: live.other) != nil,
            let bytes = try Disk.read(path(of: live.other) + "/service/release.json")
        else { return nil }
        return try ServiceRelease(canonicalBytes: bytes)
    }
}

/// Why a release was not made, besides what the disk refused.
package enum ReleaseError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Another build is at work in the same folder.
    case busy(String)
    /// `current` is not a link to one of our trees.
    case linkNotOurs(String)
    /// No finished release to go back to.
    case nothingBefore
    /// A file that no release put there stands where a page has to go.
    case foreignFile(String)
    /// Two things want the same path.
    case samePath(String)
    /// A path that leaves the tree, or cannot be an address.
    case badPath(String)

    package var description: String {
        switch self {
        case .busy(let path): "Đang có một lần dựng khác trong \(path). Hãy chờ lần đó xong rồi dựng lại."
        case .linkNotOurs(let path): "\(path) không phải là liên kết do lần dựng trước tạo. Hãy dời nó đi rồi dựng lại."
        case .nothingBefore: "Chưa có bản phát hành trước để quay lại."
        case .foreignFile(let path):
            "\(path) không do lần dựng nào tạo ra mà nằm đúng chỗ của một trang. Hãy dời tệp đó đi rồi dựng lại."
        case .samePath(let path): "Hai trang cùng đòi đường dẫn \(path). Hãy đổi tên một trang."
        case .badPath(let path): "\(path) không dùng làm đường dẫn được."
        }
    }
}

/// Keeps two builds out of each other's way. The kernel lets go of it when the program ends, however it ends.
struct ReleaseLock: ~Copyable {
    private let descriptor: Int32

    /// - Throws: ``ReleaseError/busy(_:)`` when another build has it.
    static func take(in folder: PublicFolder) throws -> ReleaseLock {
        try folder.disk.makeFolder(folder.path)
        let lock = ReleaseLock(descriptor: try folder.disk.openLock(folder.lockPath))
        guard flock(lock.descriptor, LOCK_EX | LOCK_NB) == 0 else { throw ReleaseError.busy(folder.path) }
        return lock
    }

    private init(descriptor: Int32) { self.descriptor = descriptor }

    deinit {
        // A program that is just being started has all that is open, and would keep the lock until it runs.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
