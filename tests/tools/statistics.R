# Makes the reference table of intervals and tests with R's own functions, which share no
# code with the program:
#
#     Rscript tests/tools/statistics.R > tests/cases/statistics/reference.csv
#
# Needs r-base-core and r-cran-epi; only who changes the table needs them. The cases are fixed
# or drawn with a fixed seed. Columns: what; up to eight arguments; the results.
suppressMessages(library(Epi))
options(warn = -1) # small numbers are wanted
set.seed(20260101, kind = "Mersenne-Twister", normal.kind = "Inversion",
         sample.kind = "Rejection")

row <- function(what, arguments, low, high = NA) {
  digits <- function(x) ifelse(is.na(x), "", formatC(x, digits = 15, format = "g", width = 1))
  cat(paste(c(what, digits(c(arguments, rep(NA, 8 - length(arguments)))), digits(low),
              digits(high)), collapse = ";"), "\n", sep = "")
}

# Newcombe's method 10, written out from the article, to see that Epi's ci.pd is that method.
wilson <- function(k, n) prop.test(k, n, correct = FALSE)$conf.int[1:2]
newcombe <- function(k1, n1, k2, n2) {
  one <- wilson(k1, n1); two <- wilson(k2, n2)
  p1 <- k1 / n1; p2 <- k2 / n2
  c(p1 - p2 - sqrt((p1 - one[1])^2 + (two[2] - p2)^2),
    p1 - p2 + sqrt((one[2] - p1)^2 + (p2 - two[1])^2))
}
epi <- function(k1, n1, k2, n2) {
  table <- ci.pd(k1, k2, n1 - k1, n2 - k2, method = "Nc", print = FALSE)
  unname(table[1, c("2.5%", "97.5%")])
}
epi_or_stop <- function(k1, n1, k2, n2) {
  stopifnot(max(abs(epi(k1, n1, k2, n2) - newcombe(k1, n1, k2, n2))) < 1e-9)
  epi(k1, n1, k2, n2)
}

cat("what;a1;a2;a3;a4;a5;a6;a7;a8;low;high\n")

# --- shares ------------------------------------------------------------------------------------
shares <- rbind(c(7, 10), c(0, 8), c(8, 8), c(140, 200), c(915, 3473), c(3982, 28160), c(1, 2),
                c(1, 1), c(0, 1), c(19, 20), c(1, 100000), c(99999, 100000), c(17, 339))
for (i in 1:37) { n <- sample(3:5000, 1); shares <- rbind(shares, c(sample(0:n, 1), n)) }
for (i in seq_len(nrow(shares))) row("wilson", shares[i, ], wilson(shares[i, 1], shares[i, 2])[1],
                                     wilson(shares[i, 1], shares[i, 2])[2])

pairs <- rbind(c(915, 3473, 3982, 28160), c(0, 8, 0, 9), c(8, 8, 9, 9), c(0, 10, 10, 10),
               c(104, 200, 120, 200), c(7, 10, 3, 12), c(41, 318, 52, 297), c(1, 2, 1, 3))
for (i in 1:42) {
  n <- sample(5:3000, 2)
  pairs <- rbind(pairs, c(sample(0:n[1], 1), n[1], sample(0:n[2], 1), n[2]))
}
for (i in seq_len(nrow(pairs))) {
  limits <- do.call(epi_or_stop, as.list(pairs[i, ]))
  row("newcombe", pairs[i, ], limits[1], limits[2])
}

# --- difference in differences: area before, after; comparison before, after ----------------
did <- function(v) {
  d1 <- v[3] / v[4] - v[1] / v[2]; d2 <- v[7] / v[8] - v[5] / v[6]
  one <- newcombe(v[3], v[4], v[1], v[2]); two <- newcombe(v[7], v[8], v[5], v[6])
  c(d1 - d2 - sqrt((d1 - one[1])^2 + (two[2] - d2)^2),
    d1 - d2 + sqrt((one[2] - d1)^2 + (d2 - two[1])^2))
}
changes <- rbind(c(208, 400, 224, 400, 600, 1000, 610, 1000), c(0, 20, 3, 18, 2, 40, 2, 41))
for (i in 1:28) {
  n <- sample(20:2000, 4)
  k <- sapply(n, function(m) sample(0:m, 1))
  changes <- rbind(changes, c(rbind(k, n)))
}
for (i in seq_len(nrow(changes))) {
  limits <- did(changes[i, ])
  row("changes", changes[i, ], limits[1], limits[2])
}

# --- means ---------------------------------------------------------------------------------------
for (i in 1:30) {
  x <- rnorm(sample(2:80, 1), runif(1, 0, 100), runif(1, 1, 25))
  limits <- t.test(x)$conf.int
  row("mean", c(mean(x), sd(x), length(x)), limits[1], limits[2])
}
for (i in 1:30) {
  x <- rnorm(sample(2:80, 1), 50, runif(1, 1, 25))
  y <- rnorm(sample(2:80, 1), 55, runif(1, 1, 25))
  limits <- t.test(x, y)$conf.int
  row("means", c(mean(x), sd(x), length(x), mean(y), sd(y), length(y)), limits[1], limits[2])
}
# Before and after of the same persons: the interval of the mean difference.
for (i in 1:15) {
  before <- rnorm(sample(2:60, 1), 52, 18)
  after <- before + rnorm(length(before), 4, 9)
  limits <- t.test(after, before, paired = TRUE)$conf.int
  row("mean", c(mean(after - before), sd(after - before), length(before)), limits[1], limits[2])
}

# --- rates: events, exposure ---------------------------------------------------------------------
rates <- rbind(c(0, 1), c(1, 1), c(0, 12.5), c(3, 0.339), c(25, 7.3), c(4000, 31.633))
for (i in 1:24) rates <- rbind(rates, c(sample(0:600, 1), runif(1, 0.1, 60)))
for (i in seq_len(nrow(rates))) {
  limits <- poisson.test(rates[i, 1], rates[i, 2])$conf.int
  row("rate", rates[i, ], limits[1], limits[2])
}

# --- paired yes and no: how many changed to yes, to no ----------------------------------------
discordant <- rbind(c(1, 0), c(5, 5), c(0, 12), c(25, 9), c(6, 5))
for (i in 1:20) discordant <- rbind(discordant, sample(1:80, 2))
for (i in seq_len(nrow(discordant))) {
  table <- matrix(c(30, discordant[i, 1], discordant[i, 2], 40), 2)
  row("mcnemar", discordant[i, ], mcnemar.test(table)$p.value)
}
