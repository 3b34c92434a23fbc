import Cryptography
import Foundation
import Testing

@Suite("Keyed digests") struct HMACTests {
    /// Source: RFC 4231, §4.2, §4.3 and §4.4.
    @Test(arguments: [
        (
            [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
        ),
    ])
    func `are those of the standard`(key: [UInt8], message: [UInt8], code: String) {
        #expect(HMAC.sha256(message, key: Key(generation: 1, bytes: key)).hexadecimal == code)
    }

    /// Source: FIPS 180-2, appendix B.1 and B.2.
    @Test(arguments: [
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ])
    func `digests without a key are those of the standard, in bytes and in digits`(message: String, digest: String) {
        #expect(SHA256Digest(of: message).description == digest)
        #expect(SHA256Digest(of: message).bytes.hexadecimal == digest)
    }
}
