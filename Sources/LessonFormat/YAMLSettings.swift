// SPDX-License-Identifier: MIT
internal import Experiments

extension YAMLNode {
  /// The node as a value of a setting, places kept.
  var settingValue: Setting.Value {
    switch content {
    case .scalar(let text): .scalar(text)
    case .list(let nodes): .list(nodes.map(\.settingValue))
    case .map(let entries): .map(entries.map(\.setting))
    }
  }

  /// The settings of a group; `nil` for anything else.
  var settings: [Setting]? {
    if case .map(let entries) = content { entries.map(\.setting) } else { nil }
  }
}

extension YAMLNode.Entry {
  /// The entry as a setting.
  var setting: Setting {
    Setting(
      name: name, value: value.settingValue,
      position: SourcePosition(line: location.line, column: location.column))
  }
}

extension LessonFinding {
  /// A setting's fault, where it stands in a lesson.
  init(_ error: SettingError, in block: SourceLocation) {
    let place = error.position.map {
      SourceLocation(file: block.file, line: $0.line, column: $0.column)
    }
    self.init(place ?? block, rule: "value", message: error.message)
  }
}
