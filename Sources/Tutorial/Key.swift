// SPDX-License-Identifier: MIT

/// A key as a reader presses it.
public enum Key: Hashable, Sendable {
  /// A printable character.
  case character(Character)
  /// A character with the control key, in lower case.
  case control(Character)
  /// Enter.
  case enter
  /// Tab.
  case tab
  /// Shift and Tab.
  case backTab
  /// Escape.
  case escape
  /// Backspace.
  case backspace
  /// Delete.
  case delete
  /// Arrow up.
  case up
  /// Arrow down.
  case down
  /// Arrow left.
  case left
  /// Arrow right.
  case right
  /// Page up.
  case pageUp
  /// Page down.
  case pageDown
  /// Home.
  case home
  /// End.
  case end
  /// A function key, from 1.
  case function(Int)
  /// The mouse, at a cell counted from 0.
  case mouse(MouseAction, column: Int, row: Int)
  /// Text pasted at once.
  case paste(String)
}

/// What the mouse did.
public enum MouseAction: Hashable, Sendable {
  /// The main button went down.
  case press
  /// The wheel turned up.
  case scrollUp
  /// The wheel turned down.
  case scrollDown
}
