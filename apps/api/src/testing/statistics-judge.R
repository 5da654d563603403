# Answers the same questions as the domain's statistics, in base R alone. Called with a file of cases, one a line:
# name;vector;vector…, numbers parted by commas. Prints one line of figures for each; NA where R has none.

z <- qnorm(0.975)
ratings <- function(counts, least) rep(seq_along(counts) - 1 + least, counts)
share <- function(count, n) prop.test(count, n, correct = FALSE)
wilson <- function(count, n) as.numeric(share(count, n)$conf.int)
square <- function(v) matrix(v, sqrt(length(v)), byrow = TRUE)

judges <- list(
  mean = function(counts, least) {
    x <- ratings(counts, least)
    ends <- if (length(x) < 2) c(NA, NA) else if (sd(x) == 0) c(mean(x), mean(x)) else t.test(x)$conf.int
    c(mean(x), sd(x), max(ends[1], least), min(ends[2], least + length(counts) - 1))
  },
  wilson = function(count, n) c(count / n, wilson(count, n)),
  welch = function(a, b, least) {
    found <- t.test(ratings(a, least), ratings(b, least))
    if (is.nan(found$statistic)) return(NA)
    c(found$estimate[1] - found$estimate[2], found$statistic, found$parameter, found$p.value, found$conf.int)
  },
  mannWhitney = function(a, b) {
    found <- wilcox.test(ratings(a, 1), ratings(b, 1), exact = FALSE, correct = TRUE)
    if (is.nan(found$p.value)) c(NA, NA) else c(found$statistic, found$p.value)
  },
  shares = function(a, b) {
    found <- prop.test(c(a[1], b[1]), c(a[2], b[2]), correct = FALSE)
    if (is.nan(found$p.value)) return(rep(NA, 5))
    p <- as.numeric(found$estimate)
    of <- rbind(wilson(a[1], a[2]), wilson(b[1], b[2]))
    d <- p[1] - p[2]
    low <- d - sqrt((p[1] - of[1, 1])^2 + (of[2, 2] - p[2])^2)
    high <- d + sqrt((of[1, 2] - p[1])^2 + (p[2] - of[2, 1])^2)
    c(d, found$statistic, found$p.value, low, high)
  },
  holm = function(p) p.adjust(p, "holm"),
  benjaminiHochberg = function(p) p.adjust(p, "BH"),
  kendall = function(k, given) {
    ranks <- t(apply(matrix(given, ncol = k, byrow = TRUE), 1, rank))
    m <- nrow(ranks)
    ties <- sum(apply(ranks, 1, function(own) sum(table(own)^3 - table(own))))
    most <- m^2 * (k^3 - k) - m * ties
    if (m < 2 || most == 0) return(c(NA, NA))
    w <- (12 * sum(colSums(ranks)^2) - 3 * m^2 * k * (k + 1)^2) / most
    c(w, pchisq(m * (k - 1) * w, k - 1, lower.tail = FALSE))
  },
  kappa = function(v) {
    p <- square(v) / sum(v)
    chance <- sum(rowSums(p) * colSums(p))
    if (is.nan(chance) || abs(1 - chance) < 1e-12) NA else (sum(diag(p)) - chance) / (1 - chance)
  },
  krippendorff = function(coders, given) {
    units <- matrix(given, ncol = coders, byrow = TRUE)
    units <- units[rowSums(!is.na(units)) > 1, , drop = FALSE]
    own <- list(a = numeric(0), b = numeric(0), w = numeric(0))
    for (u in seq_len(nrow(units))) {
      v <- units[u, !is.na(units[u, ])]
      pair <- expand.grid(i = seq_along(v), j = seq_along(v))
      pair <- pair[pair$i != pair$j, ]
      own$a <- c(own$a, v[pair$i]); own$b <- c(own$b, v[pair$j]); own$w <- c(own$w, rep(1 / (length(v) - 1), nrow(pair)))
    }
    all <- as.numeric(units[!is.na(units)])
    between <- Vectorize(function(x, y) (sum(all >= min(x, y) & all <= max(x, y)) - (sum(all == x) + sum(all == y)) / 2)^2)
    alpha <- function(distance) {
      chance <- sum(outer(all, all, distance)) / (length(all) - 1)
      if (length(all) < 2 || chance == 0) NA else 1 - sum(own$w * distance(own$a, own$b)) / chance
    }
    if (length(all) == 0) return(c(NA, NA, NA))
    c(alpha(function(x, y) x != y), alpha(function(x, y) ifelse(x == y, 0, between(x, y))), alpha(function(x, y) (x - y)^2))
  },
  weighted = function(weights, least, size, given) {
    counts <- matrix(given, ncol = size, byrow = TRUE)
    x <- unlist(apply(counts, 1, ratings, least, simplify = FALSE))
    w <- rep(weights, rowSums(counts))
    n <- sum(w)^2 / sum(w^2)
    if (length(x) == 0) return(rep(NA, 3))
    m <- weighted.mean(x, w)
    c(n, m, if (n - 1 < 1e-9) NA else sqrt(sum(w * (x - m)^2) / sum(w) * n / (n - 1)))
  },
  drivers = function(v, r) {
    found <- eigen(square(v), symmetric = TRUE)
    root <- found$vectors %*% diag(sqrt(found$values), length(r)) %*% t(found$vectors)
    c(sum(solve(root, r)^2), root^2 %*% solve(root, r)^2)
  }
)

for (line in readLines(commandArgs(trailingOnly = TRUE)[1])) {
  parts <- strsplit(line, ";", fixed = TRUE)[[1]]
  vectors <- lapply(strsplit(parts[-1], ",", fixed = TRUE), function(v) suppressWarnings(as.numeric(v)))
  figures <- tryCatch(suppressWarnings(do.call(judges[[parts[1]]], vectors)), error = function(e) NA)
  cat(paste(sprintf("%.17g", as.numeric(figures)), collapse = ","), "\n", sep = "")
}
