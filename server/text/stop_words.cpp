#include "text/stop_words.hpp"

#include <algorithm>
#include <array>

namespace posterhall::text {
namespace {

// Chosen after the stop word lists of the Snowball project (snowballstem.org), without words that may be a subject.
// Folded as text::words() folds, in the order of their bytes.
// clang-format off
constexpr std::array kStopWords = std::to_array<std::string_view>({
    "aber", "about", "above", "afin", "after", "again", "against", "ainsi", "al", "algo", "algunas", "algunos", "all",
    "alle", "allem", "allen", "aller", "alles", "alors", "als", "also", "am", "among", "an", "and", "ander", "andere",
    "anderem", "anderen", "anderer", "anderes", "ante", "antes", "any", "apres", "aqui", "are", "as", "asi", "at",
    "au", "auch", "aucun", "auf", "aunque", "aus", "aussi", "autre", "aux", "avant", "avec", "avoir", "be", "because",
    "been", "before", "bei", "beim", "being", "below", "between", "bin", "bis", "bist", "both", "but", "by", "cada",
    "can", "cannot", "ce", "cela", "ces", "cet", "cette", "chaque", "comme", "comment", "como", "con", "contra",
    "could", "cual", "cuando", "da", "damit", "dann", "dans", "das", "dass", "de", "dein", "deine", "del", "dem",
    "den", "denn", "der", "des", "desde", "dessen", "did", "die", "dies", "diese", "diesem", "diesen", "dieser",
    "dieses", "do", "doch", "does", "doing", "donc", "donde", "dont", "dort", "dos", "down", "du", "durante", "durch",
    "during", "each", "ein", "eine", "einem", "einen", "einer", "eines", "einige", "either", "el", "ella", "ellas",
    "elle", "elles", "ellos", "en", "encore", "entre", "er", "era", "es", "esa", "ese", "eso", "est", "esta", "estan",
    "estas", "este", "esto", "estos", "et", "ete", "etre", "etwas", "eu", "euch", "euer", "every", "fait", "few",
    "for", "from", "fue", "fur", "further", "gegen", "ha", "hace", "hacia", "had", "han", "has", "hasta", "hat",
    "hatte", "hatten", "have", "having", "hay", "he", "her", "here", "hers", "herself", "hier", "him", "himself",
    "hin", "hinter", "his", "how", "however", "ich", "if", "ihm", "ihn", "ihnen", "ihr", "ihre", "ihrem", "ihren",
    "ihrer", "il", "ils", "im", "in", "into", "is", "ist", "it", "its", "itself", "ja", "je", "jede", "jedem",
    "jeden", "jeder", "jedes", "jene", "jener", "just", "kann", "kein", "keine", "keinem", "keinen", "keiner",
    "konnen", "la", "las", "le", "les", "leur", "leurs", "lo", "lors", "los", "lui", "mais", "man", "mas", "may",
    "me", "mehr", "mein", "meine", "meme", "mes", "mi", "mich", "mientras", "might", "mir", "mit", "moins", "mon",
    "more", "most", "much", "muss", "must", "muy", "my", "myself", "nach", "ne", "neither", "nicht", "nichts", "no",
    "noch", "nor", "nos", "not", "notre", "nous", "now", "nun", "nur", "ob", "oder", "of", "off", "ohne", "on",
    "once", "one", "only", "ont", "or", "other", "otra", "otras", "otro", "otros", "ou", "our", "ours", "ourselves",
    "out", "over", "own", "par", "para", "parce", "pas", "per", "pero", "peu", "peut", "plus", "poco", "por",
    "porque", "pour", "pourquoi", "pues", "qu", "quand", "que", "quel", "quelle", "qui", "quien", "rather", "sa",
    "same", "sans", "se", "sehr", "sein", "seine", "seinem", "seinen", "seiner", "selbst", "ser", "sera", "ses",
    "she", "should", "si", "sich", "sie", "sin", "since", "sind", "so", "sobre", "solche", "soll", "some", "son",
    "sondern", "sonst", "sont", "sous", "still", "su", "such", "sur", "sus", "ta", "tambien", "tan", "tanto", "te",
    "tes", "than", "that", "the", "their", "theirs", "them", "themselves", "then", "there", "these", "they", "this",
    "those", "though", "through", "thus", "to", "todo", "todos", "together", "too", "tous", "tout", "toute", "toutes",
    "tras", "tres", "tu", "uber", "um", "un", "una", "unas", "und", "under", "une", "uno", "unos", "uns", "unser",
    "unsere", "unter", "until", "up", "upon", "us", "vers", "very", "via", "viel", "vom", "von", "vor", "vos",
    "votre", "vous", "war", "waren", "was", "we", "weg", "weil", "welche", "welchem", "welchen", "welcher", "wenn",
    "wer", "werde", "werden", "were", "what", "when", "where", "whether", "which", "while", "who", "whom", "whose",
    "why", "wie", "wieder", "will", "wir", "wird", "with", "within", "without", "wo", "would", "wurde", "wurden",
    "ya", "yet", "you", "your", "yours", "yourself", "zu", "zum", "zur", "zwar", "zwischen",
});
// clang-format on
static_assert(std::ranges::is_sorted(kStopWords));

}  // namespace

bool is_stop_word(std::string_view word) { return word.size() < 2 || std::ranges::binary_search(kStopWords, word); }

}  // namespace posterhall::text
