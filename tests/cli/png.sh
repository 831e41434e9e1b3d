#!/bin/sh
# PNG pictures: their size in pixels, what is in them, that they come out the same whatever the
# machine is set up for, and what is said where there is nobody to draw them. How that program is
# called and what else can fail: tests/unit/test_png.c.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

cd "$t_tmp" || exit 99
model=$srcdir/examples/silkeborg.xml

# Without the program: one sentence, and the old picture stays.
echo before >old.png
mkdir none
VIRKNING_LIBEXECDIR=$t_tmp/none t_run "$VIRKNING" diagram --quiet --lang en "$model" -o old.png
t_is "$t_status" 3 'without the program that draws it a PNG is an operational failure'
t_is "$(cat t_err)" "error: A PNG picture needs the program virkning-png, and it is not \
installed beside virkning: it is built where librsvg is there. SVG and PDF work without it. [png]" \
    'one sentence says so'
t_is "$(cat old.png)" before 'the old file stays'
VIRKNING_LIBEXECDIR=$t_tmp/none t_run "$VIRKNING" diagram --quiet "$model" -o drawing.svg
t_is "$t_status" 0 'SVG does not need it'

if [ ! -x "$builddir/libexec/virkning-png" ]; then
    t_skip 'pictures are drawn' 'virkning-png was not built (librsvg is missing)'
    t_done
fi
t_have python3 || t_skip_all 'python3 is not installed'

# picture FILE: "WIDTH HEIGHT COLOURS INK": its size, how many colours are in it, and how many
# hundredths of its points are not of the colour of its corner. Reads nothing but what cairo writes.
picture() {
    python3 - "$1" <<'END'
import sys, zlib
data = open(sys.argv[1], "rb").read()
assert data[:8] == b"\x89PNG\r\n\x1a\n" and data[-8:-4] == b"IEND"
at, packed = 8, b""
while at < len(data):
    size, kind = int.from_bytes(data[at:at + 4], "big"), data[at + 4:at + 8]
    body = data[at + 8:at + 8 + size]
    assert zlib.crc32(kind + body) == int.from_bytes(data[at + 8 + size:at + 12 + size], "big")
    if kind == b"IHDR":
        width, height = int.from_bytes(body[:4], "big"), int.from_bytes(body[4:8], "big")
        assert body[8:] == bytes([8, 2, 0, 0, 0]), "eight bits, RGB, no transparency"
    packed += body if kind == b"IDAT" else b""
    at += 12 + size
raw, stride, above = zlib.decompress(packed), 3 * width, bytes(3 * width)
colours = {}
for row in range(height):
    start = row * (stride + 1)
    kind, line = raw[start], bytearray(raw[start + 1:start + 1 + stride])
    for i in range(stride):
        a, b = line[i - 3] if i > 2 else 0, above[i]
        c = above[i - 3] if i > 2 else 0
        p = a + b - c
        near = min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]
        line[i] = (line[i] + (0, a, b, (a + b) // 2, near)[kind]) & 255
    above = bytes(line)
    for i in range(0, stride, 3):
        colour = above[i:i + 3]
        colours[colour] = colours.get(colour, 0) + 1
    if row == 0:
        corner = above[:3]
print(width, height, len(colours), 100 - 100 * colours[corner] // (width * height))
END
}

t_run "$VIRKNING" diagram --quiet --width 600 "$model" -o small.png
t_is "$t_status$t_err" 0 'a picture is drawn, and nothing is said'
picture small.png >seen 2>&1 || t_fail 'it is a sound PNG' "$(cat seen)"
read -r width height colours ink <seen
t_is "$width" 600 'it is as wide as was asked for'
t_ok "it is not blank ($colours colours, $ink % ink)" test "$colours" -gt 50 -a "$ink" -ge 5 -a "$ink" -le 60
points=$("$VIRKNING" diagram --quiet "$model" -o - | sed -n 's/.*<svg.* width="\([0-9.]*\)pt" height="\([0-9.]*\)pt".*/\1 \2/p')
t_is "$height" "$(echo "$points" | awk '{ printf "%.0f", 600 * $2 / $1 }')" 'its height follows'
"$VIRKNING" diagram --quiet "$model" --to png -o - >usual.png
t_is "$(head -c 20 usual.png | tail -c 4 | od -An -tu1 | awk '{ print $3 * 256 + $4 }')" \
    "$(echo "$points" | awk '{ w = 2 * $1; print (w > int(w)) ? int(w) + 1 : w }')" \
    'without a width it has two pixels for each point'
"$VIRKNING" diagram --quiet --paper a4 "$model" -o paper.png
t_is "$(head -c 20 paper.png | tail -c 4 | od -An -tu1 | awk '{ print $3 * 256 + $4 }')" 1684 \
    'on paper it has two for each point of a sheet'

# Whatever is installed and set up on a machine, the letters are those of the style.
mkdir home
cat >home/fonts.conf <<'END'
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/nonexistent</dir>
<match target="font"><edit name="antialias"><bool>false</bool></edit></match></fontconfig>
END
HOME=$t_tmp/home FONTCONFIG_FILE=$t_tmp/home/fonts.conf LC_ALL=C \
    "$VIRKNING" diagram --quiet --width 600 "$model" -o again.png
t_ok 'the same bytes again, with other fonts installed' cmp small.png again.png
# shellcheck disable=SC2016 # expanded in the shell that it starts
t_ok 'so do they where a parent ignores the end of its children' sh -c 'trap "" CHLD &&
    "$VIRKNING" diagram --quiet --width 600 "$0" -o ignored.png && cmp small.png ignored.png' "$model"
"$VIRKNING" diagram --quiet --width 600 --theme grey "$model" -o grey.png
t_ok 'a theme makes another picture' sh -c '! cmp -s small.png grey.png'
printf 'font.regular = %s\n' "$(sed -n 's/^font.fallback = //p' "$VIRKNING_DATADIR/styles/default.style")" >own.style
"$VIRKNING" diagram --quiet --width 600 --style own.style "$model" -o own.png
picture own.png >seen
t_ok 'another font makes another picture' sh -c '! cmp -s small.png own.png && test -s seen'

# What cannot be.
t_run "$VIRKNING" diagram --quiet --lang en --width 20001 "$model" -o old.png
t_ok 'more pixels than there can be are refused' test "$t_status" -ne 0
t_has "$t_err" 20000 'it says how many'
t_is "$(cat old.png)" before 'and the old file stays'

# What virkning-png says where it is called in another way.
png=$builddir/libexec/virkning-png
font=$(sed -n 's/^font.fallback = //p' "$VIRKNING_DATADIR/styles/default.style")
"$VIRKNING" diagram --quiet "$model" -o drawing.svg
# refuses WORDS NAME ARGUMENT...: it ends with 1 and one line that has the words.
refuses() {
    words=$1 name=$2
    shift 2
    "$png" "$@" <"$input" >out 2>said
    status=$?
    if [ "$status" -eq 1 ] && [ ! -s out ] && [ "$(wc -l <said)" -eq 1 ] && grep -q "$words" said; then
        t_pass "$name"
    else
        t_fail "$name" "exit $status: $(cat said)"
    fi
}
input=drawing.svg
refuses 'called by virkning' 'virkning-png refuses to draw without a size and fonts' 100
refuses 'no number of pixels' 'it refuses a width that is none' 12x 100 x "$font"
refuses 'no number of pixels' 'it refuses a width that is far too large' 200000 100 x "$font"
refuses 'no font' 'it refuses a font that is none' 100 100 x "$model"
refuses 'no font' 'it refuses a font that is not there' 100 100 x absent.ttf
input=$model
refuses 'SVG' 'it refuses a file that is no SVG' 100 100 x "$font"
head -c 3000 drawing.svg >cut.svg
input=cut.svg
refuses 'SVG' 'it refuses an SVG that is cut off' 100 100 x "$font"
if [ -w /dev/full ]; then
    "$png" 600 400 'Open Sans' "$font" <drawing.svg 2>said >/dev/full
    t_is "$? $(wc -l <said)" '1 1' 'it says so where the disk is full'
fi
t_done
