// SPDX-License-Identifier: MIT
internal import CMD4C

/// md4c's reports, as frames, spans and text; each returns 0 to go on and -1 to stop.
extension MarkdownBuilder {
  func reportEnter(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) -> Int32 {
    if type == MD_BLOCK_DOC { return 0 }
    var frame = Frame(type: type)
    if let detail { read(detail, into: &frame) }
    enter(frame)
    return isAffordable() ? 0 : -1
  }

  private func read(_ detail: UnsafeMutableRawPointer, into frame: inout Frame) {
    switch frame.type {
    case MD_BLOCK_H: frame.level = Int(detail.load(as: MD_BLOCK_H_DETAIL.self).level)
    case MD_BLOCK_UL: frame.isTight = detail.load(as: MD_BLOCK_UL_DETAIL.self).is_tight != 0
    case MD_BLOCK_OL:
      let list = detail.load(as: MD_BLOCK_OL_DETAIL.self)
      frame.level = Int(list.start)
      frame.isTight = list.is_tight != 0
    case MD_BLOCK_LI:
      let item = detail.load(as: MD_BLOCK_LI_DETAIL.self)
      if item.is_task != 0 {
        frame.isDone = item.task_mark != 0x20
        frame.first = Int(item.task_mark_offset)
      }
    case MD_BLOCK_CODE:
      let code = detail.load(as: MD_BLOCK_CODE_DETAIL.self)
      frame.info = string(code.info)
      frame.first = code.info.text.flatMap { offset(of: $0) }
      frame.isTight = code.fence_char != 0
      if let first = frame.first { reached = max(reached, first) }
    case MD_BLOCK_TH, MD_BLOCK_TD:
      switch detail.load(as: MD_BLOCK_TD_DETAIL.self).align {
      case MD_ALIGN_LEFT: frame.alignments = [.left]
      case MD_ALIGN_CENTER: frame.alignments = [.center]
      case MD_ALIGN_RIGHT: frame.alignments = [.right]
      default: frame.alignments = [.natural]
      }
    default: break
    }
  }

  func reportEnter(_ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) -> Int32 {
    var span = Span(type: type)
    if type == MD_SPAN_A, let detail {
      span.target = string(detail.load(as: MD_SPAN_A_DETAIL.self).href)
    } else if type == MD_SPAN_IMG, let detail {
      span.target = string(detail.load(as: MD_SPAN_IMG_DETAIL.self).src)
    }
    if type == MD_SPAN_LATEXMATH || type == MD_SPAN_LATEXMATH_DISPLAY { formula = nil }
    enter(span)
    return isAffordable(attributeBytes: span.target.utf8.count) ? 0 : -1
  }

  func reportText(_ type: MD_TEXTTYPE, _ pointer: UnsafePointer<CChar>?, _ count: Int) -> Int32 {
    guard let pointer else { return 0 }
    let text = string(pointer, count)
    let top = stack.count - 1
    if let offset = offset(of: pointer), count > 0 {
      if stack[top].first == nil { stack[top].first = offset }
      reached = max(reached, offset + count - 1)
      note(offset..<(offset + count), type)
    }
    switch type {
    case MD_TEXT_BR: add(.lineBreak)
    case MD_TEXT_SOFTBR: add(.softBreak)
    case MD_TEXT_ENTITY: add(.text(HTMLEntities.decoded(text)))
    case MD_TEXT_NULLCHAR: add(.text("\u{FFFD}"))
    case MD_TEXT_CODE where stack[top].type == MD_BLOCK_CODE:
      stack[top].text += text
      stack[top].lineCount += text.utf8.count { $0 == 10 }
    default: add(.text(text))
    }
    return isAffordable() ? 0 : -1
  }

  /// Keeps where a formula's source and a fenced block's lines stand.
  private func note(_ range: Range<Int>, _ type: MD_TEXTTYPE) {
    let top = stack.count - 1
    if type == MD_TEXT_LATEXMATH {
      formula = (formula?.lowerBound ?? range.lowerBound)..<range.upperBound
    } else if stack[top].type == MD_BLOCK_CODE, stack[top].isTight {
      let line = stack[top].lineCount
      if stack[top].indents.count <= line {
        let missing = line - stack[top].indents.count
        stack[top].indents += Array(repeating: 0, count: missing)
        // Blanks that md4c sends before a line belong to its text, not to what stands before it.
        let own = stack[top].text.utf8.reversed().prefix { $0 == 0x20 }.count
        stack[top].indents.append(source.column(at: range.lowerBound) - 1 - own)
      }
    }
  }

  private func offset(of pointer: UnsafePointer<CChar>) -> Int? {
    guard let base else { return nil }
    let distance = pointer - base
    return distance >= 0 && distance < source.utf8.count ? distance : nil
  }

  private func string(_ pointer: UnsafePointer<CChar>, _ count: Int) -> String {
    String(decoding: UnsafeRawBufferPointer(start: pointer, count: count), as: UTF8.self)
  }

  /// A target or an info string, its entities decoded.
  private func string(_ attribute: MD_ATTRIBUTE) -> String {
    guard let text = attribute.text, let types = attribute.substr_types,
      let offsets = attribute.substr_offsets
    else { return "" }
    var result = ""
    var index = 0
    while offsets[index] < attribute.size {
      let start = Int(offsets[index])
      let part = string(text + start, Int(offsets[index + 1]) - start)
      switch types[index] {
      case MD_TEXT_ENTITY: result += HTMLEntities.decoded(part)
      case MD_TEXT_NULLCHAR: result += "\u{FFFD}"
      default: result += part
      }
      index += 1
    }
    return result
  }
}
