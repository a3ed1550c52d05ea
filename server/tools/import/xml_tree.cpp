#include "tools/import/xml_tree.hpp"

#include <expat.h>

#include <algorithm>
#include <limits>
#include <memory>

namespace posterhall::tools {
namespace {

/// Builds the tree as expat goes along; whatever is refused stops it, with the reason.
class TreeBuilder {
 public:
  explicit TreeBuilder(XML_Parser parser) : parser_(parser) {
    XML_SetUserData(parser, this);
    XML_SetElementHandler(parser, &TreeBuilder::on_start, &TreeBuilder::on_end);
    XML_SetCharacterDataHandler(parser, &TreeBuilder::on_text);
    XML_SetStartDoctypeDeclHandler(parser, &TreeBuilder::on_doctype);
  }

  [[nodiscard]] std::uint32_t line() const { return static_cast<std::uint32_t>(XML_GetCurrentLineNumber(parser_)); }
  [[nodiscard]] const std::string& refused() const { return refused_; }
  [[nodiscard]] const std::string& mend() const { return mend_; }
  [[nodiscard]] std::optional<XmlElement> take() { return std::move(root_); }

 private:
  static TreeBuilder& of(void* self) { return *static_cast<TreeBuilder*>(self); }

  static void on_start(void* self, const XML_Char* name, const XML_Char** attributes) {
    of(self).start(name, attributes);
  }
  static void on_end(void* self, const XML_Char* /*name*/) { of(self).end(); }
  static void on_text(void* self, const XML_Char* text, int size) {
    auto& open = of(self).open_;
    if (!open.empty()) open.back().text.append(text, static_cast<std::size_t>(size));
  }
  static void on_doctype(void* self, const XML_Char* /*name*/, const XML_Char* /*system*/, const XML_Char* /*known*/,
                         int /*has_internal*/) {
    of(self).refuse("a DOCTYPE stands here, and none is read", "take the DOCTYPE out");
  }

  void start(const XML_Char* name, const XML_Char** attributes) {
    if (!refused_.empty()) return;
    if (open_.size() == max_xml_depth) {
      refuse("more than " + std::to_string(max_xml_depth) + " elements inside one another", "mend the file here");
      return;
    }
    XmlElement element;
    element.name = name;
    element.line = line();
    for (; *attributes != nullptr; attributes += 2) element.attributes.emplace_back(attributes[0], attributes[1]);
    nodes_ += 1 + element.attributes.size();
    if (nodes_ > max_xml_nodes) {
      refuse("more than " + grouped(max_xml_nodes) + " elements and attributes", "leave out what is no programme");
      return;
    }
    open_.push_back(std::move(element));
  }

  void end() {
    if (!refused_.empty() || open_.empty()) return;
    XmlElement done = std::move(open_.back());
    open_.pop_back();
    if (open_.empty()) {
      root_ = std::move(done);
    } else {
      open_.back().children.push_back(std::move(done));
    }
  }

  void refuse(std::string what, std::string mend) {
    if (!refused_.empty()) return;
    refused_ = std::move(what);
    mend_ = std::move(mend);
    XML_StopParser(parser_, XML_FALSE);
  }

  XML_Parser parser_;
  std::string refused_;
  std::string mend_;
  std::vector<XmlElement> open_;
  std::optional<XmlElement> root_;
  std::size_t nodes_ = 0;
};

}  // namespace

const XmlElement* XmlElement::child(std::string_view wanted) const {
  const auto found = std::ranges::find(children, wanted, &XmlElement::name);
  return found == children.end() ? nullptr : &*found;
}

std::string_view XmlElement::attribute(std::string_view wanted) const {
  for (const auto& [key, value] : attributes) {
    if (key == wanted) return value;
  }
  return {};
}

std::optional<XmlElement> read_xml(std::string_view bytes, Faults& errors) {
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(XML_ParserCreate("UTF-8"), &XML_ParserFree);
  if (!parser || bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    errors.add(0, "", "the file cannot be read", "give a smaller one");
    return std::nullopt;
  }
  TreeBuilder tree(parser.get());
  const auto status = XML_Parse(parser.get(), bytes.data(), static_cast<int>(bytes.size()), XML_TRUE);
  if (status == XML_STATUS_OK) return tree.take();
  if (!tree.refused().empty()) {
    errors.add(tree.line(), "", tree.refused(), tree.mend());
    return std::nullopt;
  }
  const std::string why = XML_ErrorString(XML_GetErrorCode(parser.get()));
  errors.add(tree.line(), "", "this is not XML any more (" + why + ")", "mend the file at this line or before it");
  return std::nullopt;
}

}  // namespace posterhall::tools
