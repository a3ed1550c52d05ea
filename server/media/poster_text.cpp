#include "media/poster_text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <utility>

namespace posterhall::media {
namespace {

constexpr double kLargestPage = 100'000;  // points; poppler's own limit is far below
constexpr double kHeadingFactor = 1.2;    // a heading is so much larger than what most of the text is set in
constexpr std::size_t kHeadingBytes = 160;
constexpr std::size_t kFewLetters = 20;  // of a size: too few to be read by anybody
constexpr std::size_t kMostLines = 20'000;

std::optional<double> number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end == text.data() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::string_view trim(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

/// The value of attribute `name` inside a tag.
std::string_view attribute(std::string_view tag, std::string_view name) {
  const auto key = " " + std::string(name) + "=\"";
  const auto at = tag.find(key);
  if (at == std::string_view::npos) return {};
  const auto rest = tag.substr(at + key.size());
  const auto end = rest.find('"');
  return end == std::string_view::npos ? std::string_view{} : rest.substr(0, end);
}

void append_code_point(std::string& out, std::uint32_t point) {
  const auto put = [&out](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (point < 0x80) {
    put(point);
  } else if (point < 0x800) {
    put(0xC0 | (point >> 6));
    put(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    if (point >= 0xD800 && point <= 0xDFFF) return;
    put(0xE0 | (point >> 12));
    put(0x80 | ((point >> 6) & 0x3F));
    put(0x80 | (point & 0x3F));
  } else if (point <= 0x10FFFF) {
    put(0xF0 | (point >> 18));
    put(0x80 | ((point >> 12) & 0x3F));
    put(0x80 | ((point >> 6) & 0x3F));
    put(0x80 | (point & 0x3F));
  }
}

/// One entity without & and ;, undone; an unknown one is left out.
void append_entity(std::string& out, std::string_view name) {
  if (name == "amp") out.push_back('&');
  if (name == "lt") out.push_back('<');
  if (name == "gt") out.push_back('>');
  if (name == "quot") out.push_back('"');
  if (name == "apos") out.push_back('\'');
  if (!name.starts_with('#')) return;
  name.remove_prefix(1);
  const bool hex = name.starts_with('x') || name.starts_with('X');
  if (hex) name.remove_prefix(1);
  std::uint32_t point = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), point, hex ? 16 : 10);
  if (error == std::errc{} && end == name.data() + name.size() && point >= 0x20) append_code_point(out, point);
}

/// Text between tags: entities undone, tags left out.
std::string plain(std::string_view text) {
  constexpr std::size_t kLongestEntity = 10;
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '<') {
      const auto end = text.find('>', at);
      if (end == std::string_view::npos) break;
      at = end;
    } else if (c == '&') {
      const auto end = text.find(';', at);
      if (end == std::string_view::npos || end - at > kLongestEntity) continue;
      append_entity(out, text.substr(at + 1, end - at - 1));
      at = end;
    } else {
      out.push_back(c);
    }
  }
  return out;
}

struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;
  [[nodiscard]] double height() const { return bottom - top; }
};

std::optional<Box> box_of(std::string_view tag) {
  const auto left = number(attribute(tag, "xMin"));
  const auto top = number(attribute(tag, "yMin"));
  const auto right = number(attribute(tag, "xMax"));
  const auto bottom = number(attribute(tag, "yMax"));
  if (!left || !top || !right || !bottom || *right < *left || *bottom < *top) return std::nullopt;
  return Box{*left, *top, *right, *bottom};
}

struct Line {
  Box box;
  double type = 0;  ///< height of its words
  std::string text;
  bool begins_block = false;
};

/// The lines of the first page, as the layout has them; tags follow each other, only words hold text.
class LayoutReader {
 public:
  explicit LayoutReader(std::string_view layout) : rest_(layout) {}

  void read() {
    while (lines_.size() < kMostLines) {
      const auto open = rest_.find('<');
      const auto close = open == std::string_view::npos ? open : rest_.find('>', open);
      if (close == std::string_view::npos) break;
      const auto tag = rest_.substr(open + 1, close - open - 1);
      rest_.remove_prefix(close + 1);
      if (tag == "/page") break;
      take(tag);
    }
    finish_line();
  }
  [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }
  [[nodiscard]] double width() const { return width_; }
  [[nodiscard]] double height() const { return height_; }

 private:
  void take(std::string_view tag) {
    if (tag.starts_with("page ")) {
      width_ = number(attribute(tag, "width")).value_or(0);
      height_ = number(attribute(tag, "height")).value_or(0);
    } else if (tag.starts_with("block ")) {
      finish_line();
      begins_block_ = true;
    } else if (tag.starts_with("line ")) {
      finish_line();
      line_ = {};
      if (const auto box = box_of(tag)) line_.box = *box;
    } else if (tag.starts_with("word ")) {
      take_word(tag);
    }
  }

  void take_word(std::string_view tag) {
    const auto end = rest_.find('<');
    const auto box = box_of(tag);
    if (end == std::string_view::npos || !box) return;
    const auto word = plain(rest_.substr(0, end));
    if (word.empty()) return;
    if (!line_.text.empty()) line_.text += ' ';
    line_.text += word;
    const double width = box->right - box->left;
    const bool upright = word.size() <= 2 || box->height() <= 2 * width;  // else it runs up the page's side
    line_.type = std::max(line_.type, upright ? box->height() : width);
  }

  void finish_line() {
    if (line_.text.empty()) return;
    line_.begins_block = std::exchange(begins_block_, false);
    lines_.push_back(std::move(line_));
    line_ = {};
  }

  std::string_view rest_;
  std::vector<Line> lines_;
  Line line_;
  bool begins_block_ = false;
  double width_ = 0, height_ = 0;
};

/// The type most letters are set in.
double body_type(const std::vector<Line>& lines) {
  std::map<long, std::size_t> letters;  // by tenths
  for (const auto& line : lines) letters[std::lround(std::min(line.type, kLargestPage) * 10)] += line.text.size();
  const auto most = std::max_element(letters.begin(), letters.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == letters.end() ? 0 : static_cast<double>(most->first) / 10;
}

/// Lines become panels: a heading begins one, what follows is its text.
class PanelMaker {
 public:
  PanelMaker(double width, double height, double body) : width_(width), height_(height), body_(body) {}

  void add(const Line& line) {
    const bool heading = line.type >= body_ * kHeadingFactor && line.text.size() <= kHeadingBytes;
    if (heading) {
      add_heading(line);
    } else {
      add_text(line);
    }
    grow(line.box);
    bytes_ += line.text.size() + 1;
    type_ = line.type;
  }
  [[nodiscard]] bool full() const { return bytes_ >= domain::kMostPanelBytes; }

  std::vector<domain::TextPanel> take() {
    for (std::size_t i = 0; i < panels_.size(); ++i) place(panels_[i], boxes_[i]);
    return std::move(panels_);
  }

 private:
  void begin(const Line& line) {
    if (panels_.size() == domain::kMostPanels) return;
    panels_.emplace_back();
    boxes_.push_back(line.box);
  }

  /// A heading of two lines stays one, if both fit.
  void add_heading(const Line& line) {
    const bool goes_on = !panels_.empty() && panels_.back().text.empty() && std::abs(line.type - type_) < 0.5 &&
                         panels_.back().heading.size() + line.text.size() < kHeadingBytes;
    if (!goes_on) begin(line);
    auto& heading = panels_.back().heading;
    if (!heading.empty() && heading.size() + line.text.size() >= kHeadingBytes) return add_text(line);
    heading += (heading.empty() ? "" : " ") + line.text;
  }

  void add_text(const Line& line) {
    if (panels_.empty()) begin(line);
    auto& text = panels_.back().text;
    if (!text.empty()) text += line.begins_block ? "\n" : " ";
    text += line.text;
  }

  void grow(const Box& box) {
    auto& all = boxes_.back();
    all.left = std::min(all.left, box.left);
    all.top = std::min(all.top, box.top);
    all.right = std::max(all.right, box.right);
    all.bottom = std::max(all.bottom, box.bottom);
  }

  void place(domain::TextPanel& panel, const Box& box) const {
    if (width_ <= 0 || height_ <= 0) return;
    const auto part = [](double value, double of) { return std::round(std::clamp(value / of, 0.0, 1.0) * 1e4) / 1e4; };
    panel.x = part(box.left, width_);
    panel.y = part(box.top, height_);
    panel.w = part(box.right - box.left, width_);
    panel.h = part(box.bottom - box.top, height_);
  }

  double width_, height_, body_;
  double type_ = 0;
  std::size_t bytes_ = 0;
  std::vector<domain::TextPanel> panels_;
  std::vector<Box> boxes_;
};

}  // namespace

std::optional<PageFacts> read_page_facts(std::string_view pdfinfo) {
  PageFacts facts;
  while (!pdfinfo.empty()) {
    const auto end = std::min(pdfinfo.find('\n'), pdfinfo.size());
    const auto line = pdfinfo.substr(0, end);
    pdfinfo.remove_prefix(std::min(end + 1, pdfinfo.size()));
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const auto name = line.substr(0, colon);
    const auto value = trim(line.substr(colon + 1));
    if (name == "Pages") {
      facts.pages = static_cast<std::uint32_t>(std::clamp(number(value).value_or(0), 0.0, 1e6));
    } else if (name == "Page size" || (name.starts_with("Page ") && name.ends_with(" size"))) {
      facts.width_pt = number(value).value_or(0);
      const auto by = value.find(" x ");
      if (by != std::string_view::npos) facts.height_pt = number(value.substr(by + 3)).value_or(0);
    }
  }
  const auto sound = [](double side) { return side > 0 && side <= kLargestPage; };
  if (facts.pages == 0 || !sound(facts.width_pt) || !sound(facts.height_pt)) return std::nullopt;
  return facts;
}

std::vector<domain::TextPanel> read_panels(std::string_view bbox_layout) {
  LayoutReader reader(bbox_layout);
  reader.read();
  PanelMaker maker(reader.width(), reader.height(), body_type(reader.lines()));
  for (const auto& line : reader.lines()) {
    if (maker.full()) break;
    maker.add(line);
  }
  return maker.take();
}

double read_smallest_type(std::string_view xml, double zoom) {
  std::map<std::string, double, std::less<>> size_of;  // by font
  std::map<double, std::size_t> letters;               // by size
  while (true) {
    const auto open = xml.find('<');
    const auto close = open == std::string_view::npos ? open : xml.find('>', open);
    if (close == std::string_view::npos) break;
    const auto tag = xml.substr(open + 1, close - open - 1);
    xml.remove_prefix(close + 1);
    if (tag == "/page") break;
    if (tag.starts_with("fontspec ")) {
      const auto size = number(attribute(tag, "size"));
      if (size && *size > 0 && *size < kLargestPage) size_of[std::string(attribute(tag, "id"))] = *size / zoom;
    } else if (tag.starts_with("text ")) {
      const auto end = std::min(xml.find("</text>"), xml.size());
      const auto font = size_of.find(attribute(tag, "font"));
      const auto text = plain(xml.substr(0, end));
      if (font != size_of.end() && !trim(text).empty()) letters[font->second] += text.size();
      xml.remove_prefix(end);
    }
  }
  std::size_t all = 0;
  for (const auto& [size, count] : letters) all += count;
  std::size_t so_far = 0;
  for (const auto& [size, count] : letters) {
    so_far += count;
    if (so_far >= kFewLetters || so_far * 2 >= all) return std::floor(size * 10) / 10;
  }
  return 0;
}

}  // namespace posterhall::media
