#include "tools/import/json_lines.hpp"

namespace posterhall::tools {

/// Walks over sound JSON; anything else ends the walk early and harmlessly.
class JsonLines::Scanner {
 public:
  Scanner(std::string_view text, std::unordered_map<std::string, std::uint32_t>& lines) : text_(text), lines_(lines) {}

  void value(const std::string& path, unsigned depth) {
    skip_space();
    lines_.insert_or_assign(path, line_);
    if (at_end() || depth > max_depth) return;
    if (text_[pos_] == '{') {
      object(path, depth);
    } else if (text_[pos_] == '[') {
      array(path, depth);
    } else if (text_[pos_] == '"') {
      string();
    } else {
      while (!at_end() && std::string_view(",]} \t\r\n").find(text_[pos_]) == std::string_view::npos) ++pos_;
    }
  }

 private:
  static constexpr unsigned max_depth = 64;
  static constexpr std::size_t max_name = 200;

  [[nodiscard]] bool at_end() const { return pos_ >= text_.size(); }

  void skip_space() {
    for (; !at_end(); ++pos_) {
      const char c = text_[pos_];
      if (c == '\n') ++line_;
      if (c != ' ' && c != '\t' && c != '\r' && c != '\n') return;
    }
  }

  bool take(char c) {
    skip_space();
    if (at_end() || text_[pos_] != c) return false;
    ++pos_;
    return true;
  }

  std::string_view string() {
    const std::size_t begin = ++pos_;
    while (!at_end() && text_[pos_] != '"') pos_ += text_[pos_] == '\\' ? 2 : 1;
    const std::string_view inside = text_.substr(begin, std::min(pos_, text_.size()) - begin);
    ++pos_;
    return inside;
  }

  void object(const std::string& path, unsigned depth) {
    ++pos_;
    if (take('}')) return;
    do {
      skip_space();
      if (at_end() || text_[pos_] != '"') return;
      // A file may make its names as long as it likes; a path is kept for every value below.
      const std::string member(string().substr(0, max_name));
      if (!take(':')) return;
      value(path.empty() ? member : path + "/" + member, depth + 1);
    } while (take(','));
    take('}');
  }

  void array(const std::string& path, unsigned depth) {
    ++pos_;
    if (take(']')) return;
    std::size_t index = 0;
    do {
      const std::string number = std::to_string(index++);
      value(path.empty() ? number : path + "/" + number, depth + 1);
    } while (take(','));
    take(']');
  }

  std::string_view text_;
  std::unordered_map<std::string, std::uint32_t>& lines_;
  std::size_t pos_ = 0;
  std::uint32_t line_ = 1;
};

JsonLines::JsonLines(std::string_view text) { Scanner(text, lines_).value("", 0); }

std::uint32_t JsonLines::at(std::string_view path) const {
  while (true) {
    if (const auto found = lines_.find(std::string(path)); found != lines_.end()) return found->second;
    const std::size_t slash = path.rfind('/');
    if (slash == std::string_view::npos) break;
    path = path.substr(0, slash);
  }
  const auto root = lines_.find("");
  return root == lines_.end() ? 1 : root->second;
}

}  // namespace posterhall::tools
