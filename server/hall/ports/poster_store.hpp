// Port: posters' files over time: versions, who put them up and why, text views.
// What changes here moves the "catalogue" head, so that every shard and viewer sees it.
// Runs on: called from the front; answers come back there (Reply). Owns: nothing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "base/ids.hpp"
#include "domain/deck.hpp"
#include "domain/poster_file.hpp"
#include "hall/ports/reply.hpp"

namespace posterhall::hall {

/// What became of a file that was to be a poster's, known again by its content.
struct ConvertedFile {
  std::uint32_t converter = 0;  ///< version of the converter; another one converts again
  std::string refused;          ///< why it is no poster, in words that follow on its name; empty = it is one
  domain::PosterFile file;
  std::vector<domain::TextPanel> panels;
  domain::DeckFiles deck;  ///< of slides; nothing else is known of them then
};

/// A file that is to be a poster's newest version. It was converted before.
struct PutUp {
  PosterKey poster;
  std::string file_hash;      ///< empty: that of version `same_as`
  std::string name;           ///< as it was called
  std::string note;           ///< what changed
  PersonId by;                ///< nobody = the command line
  bool by_author = false;     ///< who has to ask after the freeze time
  std::uint32_t same_as = 0;  ///< the version brought back; 0 = none
};

struct PutUpAnswer {
  std::uint32_t version = 0;  ///< what is live now; 0 = nothing was done
  bool was_live = false;      ///< the same file was live already: nothing was done
  bool frozen = false;        ///< after the freeze time: an author has to ask
};

struct PosterVersion {
  std::uint32_t version = 0;
  domain::PosterFile file;
  std::string name, note;
  UnixMs at = 0;
  PersonId by;
  bool by_author = false;
  std::uint32_t same_as = 0;
};

struct PosterRequest {
  std::uint32_t number = 0;
  PosterKey poster;
  domain::PosterFile file;
  std::string name, note;
  UnixMs at = 0;
  PersonId by;
};

struct PosterHistory {
  std::vector<PosterVersion> versions;  ///< newest first: the first is live
  std::vector<PosterRequest> requests;  ///< open ones
};

struct TextView {
  std::uint32_t number = 0;  ///< rises with each change; 0 = there is none
  bool by_author = false;
  std::vector<domain::TextPanel> panels;
  UnixMs at = 0;
};

/// Errors: nothing_there (no such poster or version), refused (a file that was not converted).
class PosterStore {
 public:
  virtual ~PosterStore() = default;
  virtual void history(PosterKey poster, Reply<PosterHistory> reply) = 0;
  virtual void put_up(PutUp wanted, Reply<PutUpAnswer> reply) = 0;
  /// `of_file`: what was read from the live file, whatever an author wrote.
  virtual void text(PosterKey poster, bool of_file, Reply<TextView> reply) = 0;
  /// No panels: the file's own counts again.
  virtual void write_text(PosterKey poster, PersonId by, std::vector<domain::TextPanel> panels,
                          Reply<TextView> reply) = 0;
};

}  // namespace posterhall::hall
