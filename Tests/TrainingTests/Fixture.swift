// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// A file of numpy's own numbers, read back to the same bits.
func fixture<Value: Decodable>(_ name: String, as _: Value.Type = Value.self) throws -> Value {
  let url = try #require(
    Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Fixtures"))
  return try JSONDecoder().decode(Value.self, from: Data(contentsOf: url))
}
