# Golden numbers of survival analysis, by the R package `survival`: what test/api/statistics/agreement.test.ts
# compares the portal's figures with, to 1e-9.
#
#   Rscript survival.R                      writes generated.json: data made here, with its results
#   Rscript survival.R boston-311-2011.csv.gz   writes boston.json: results only, by ward and by department
#
# Waits are in hours. Intervals are 95 %, log-log; of shares Wilson's (prop.test without correction).
# R need not be installed to run the tests. The numbers committed are of R 4.2.2 with survival 3.5-3.
suppressMessages({ library(survival); library(jsonlite) })

DAYS <- c(1, 2, 3, 7, 14, 30, 60, 90, 180, 365)
STATES <- c("resolved", "declined", "merged")

# One value per time, as a step function has it; NA after the last time, unless nobody is left by then.
at_times <- function(fit_time, values, start, times, last, survival) {
  i <- findInterval(times, fit_time)
  v <- c(start, values)[i + 1]
  left <- c(1, survival)[i + 1]
  ifelse(times > last & left > 0, NA, v)
}

kaplan_meier <- function(time, event, curve) {
  if (length(time) == 0) return(list(n = 0))
  f <- survfit(Surv(time, event) ~ 1, conf.type = "log-log")
  q <- quantile(f, c(0.5, 0.9))
  last <- max(time)
  read <- function(values, start) at_times(f$time, values, start, DAYS * 24, last, f$surv)
  out <- list(
    n = length(time), events = sum(event), last = last,
    quantile = unname(q$quantile), quantile_lower = unname(q$lower), quantile_upper = unname(q$upper),
    days = list(survival = read(f$surv, 1), lower = read(f$lower, NA), upper = read(f$upper, NA)))
  if (curve) {
    k <- f$n.event > 0
    out$curve <- list(time = f$time[k], survival = f$surv[k], lower = f$lower[k], upper = f$upper[k])
  }
  out
}

# `cause`: 0 censored, 1 resolved, 2 declined, 3 merged.
aalen_johansen <- function(time, cause) {
  if (length(time) == 0) return(list(n = 0))
  f <- survfit(Surv(time, factor(cause, 0:3, c("censored", STATES))) ~ 1, conf.type = "log-log")
  last <- max(time)
  read <- function(m, j, start) at_times(f$time, m[, j], start, DAYS * 24, last, f$pstate[, 1])
  state <- function(j, start) list(
    value = read(f$pstate, j, start), lower = read(f$lower, j, NA), upper = read(f$upper, j, NA))
  list(n = length(time), waiting = state(1, 1), resolved = state(2, 0), declined = state(3, 0), merged = state(4, 0))
}

write <- function(x, file) writeLines(toJSON(x, auto_unbox = TRUE, digits = NA, na = "null", null = "null"), file)

generated <- function() {
  set.seed(20261122)
  grid <- c(0:48, 24 * (3:400))
  # Follow-up is a whole number of days; `rates` of the three causes per hour.
  made <- function(n, rates, days) {
    event <- ceiling(rexp(n, sum(rates)))
    event <- grid[findInterval(event - 1e-9, grid) + 1]
    cause <- sample(1:3, n, TRUE, prob = rates)
    end <- 24 * sample(days, n, TRUE)
    seen <- !is.na(event) & event <= end
    data.frame(time = ifelse(seen, event, end), cause = ifelse(seen, cause, 0))
  }
  of <- function(time, cause) data.frame(time = time, cause = cause)
  cases <- list(
    "light censoring" = made(400, c(1/100, 1/400, 1/800), 5:30),
    "heavy censoring" = made(400, c(1/5000, 1/9000, 1/20000), 1:60),
    "many ties" = made(2000, c(1/10, 1/50, 1/90), 5:40),
    "long waits" = made(300, c(1/4000, 1/9000, 1/30000), 30:700),
    "twenty" = made(20, c(1/60, 1/200, 1/300), 1:90),
    "one subject, resolved" = of(24, 1),
    "one subject, waiting" = of(240, 0),
    "single event" = of(c(24, rep(c(48, 96, 240), 5)), c(1, rep(0, 15))),
    "only declined" = of(c(5, 30, 72, 96, 96, 240), c(2, 2, 2, 2, 2, 0)),
    "nothing happened" = of(c(24, 24, 48, 480), rep(0, 4)),
    "everything at once" = of(rep(7, 12), rep(c(1, 2, 3), 4)),
    "at receipt" = of(c(0, 0, 0, 0, 1, 24, 24), c(1, 0, 0, 3, 1, 2, 0)),
    "follow-up over at receipt" = of(c(0, 0, 0), rep(0, 3)),
    "event and censoring together" = of(c(24, 24, 24, 48, 48, 72), c(1, 0, 0, 1, 0, 2)),
    "flat at one half" = of(c(1, 2, 3, 4, 30, 48), rep(1, 6)),
    "flat at one half to the end" = of(c(1, 2, 24, 24), c(1, 1, 0, 0)),
    "flat at one tenth" = of(1:10 * 24, rep(1, 10)),
    "nobody" = of(numeric(0), numeric(0)))
  survival <- lapply(names(cases), function(name) {
    d <- cases[[name]]
    t <- sort(unique(d$time))
    many <- function(c) as.integer(table(factor(d$time[d$cause == c], t)))
    list(
      name = name,
      table = list(times = I(t), resolved = I(many(1)), declined = I(many(2)), merged = I(many(3)), censored = I(many(0))),
      kaplan_meier = kaplan_meier(d$time, d$cause == 1, TRUE),
      aalen_johansen = aalen_johansen(d$time, d$cause))
  })
  shares <- lapply(list(c(0, 1), c(1, 1), c(0, 20), c(1, 20), c(10, 20), c(20, 20), c(3, 7), c(999, 1000), c(123456, 1e6)),
    function(x) {
      i <- suppressWarnings(prop.test(x[1], x[2], correct = FALSE)$conf.int)
      list(successes = x[1], n = x[2], lower = i[1], upper = i[2])
    })
  list(r = R.version.string, survival_package = as.character(packageVersion("survival")),
       survival = survival, shares = shares)
}

# As the portal publishes: hours to 48 and then days, rounded up; follow-up from the end of the day of receipt to the
# cut-off; what is later is not seen. Requests of the hour that clocks went through twice are left out.
boston <- function(file) {
  d <- read.csv(gzfile(file), colClasses = "character")
  zone <- "America/New_York"
  d <- d[!grepl("^2011-11-06 01:", d$open_dt) & !grepl("^2011-11-06 01:", d$closed_dt), ]
  opened <- as.POSIXct(d$open_dt, tz = zone)
  closed <- as.POSIXct(ifelse(d$closed_dt == "", NA, d$closed_dt), tz = zone)
  cut_off <- as.POSIXct("2012-01-01 00:00:00", tz = zone)
  midnight <- as.POSIXct(format(as.Date(substr(d$open_dt, 1, 10)) + 1), tz = zone)
  follow_up <- as.numeric(difftime(cut_off, midnight, units = "hours"))
  seconds <- as.numeric(difftime(closed, opened, units = "secs"))
  hours <- ceiling(seconds / 3600)
  hours <- ifelse(hours <= 48, hours, 24 * ceiling(seconds / 86400))
  seen <- !is.na(closed) & closed < cut_off & hours <= follow_up
  cause <- ifelse(grepl("^Case Closed Case Invalid", d$closure_reason), 2,
           ifelse(grepl("^Case Closed (Case )?Duplicate", d$closure_reason), 3, 1))
  time <- ifelse(seen, hours, pmax(0, follow_up))
  cause <- ifelse(seen, cause, 0)
  number <- suppressWarnings(as.integer(gsub("[^0-9]", "", d$ward)))
  ward <- ifelse(is.na(number), "none", paste0("ward-", number))
  department <- ifelse(d$department == "", "none", d$department)
  by <- function(key) lapply(split(seq_along(key), key), function(i) list(
    kaplan_meier = kaplan_meier(time[i], cause[i] == 1, FALSE),
    aalen_johansen = aalen_johansen(time[i], cause[i])))
  list(r = R.version.string, survival_package = as.character(packageVersion("survival")),
       cut_off = "2012-01-01T05:00:00Z", requests = nrow(d), ward = by(ward), department = by(department))
}

file <- commandArgs(trailingOnly = TRUE)
if (length(file) == 0) write(generated(), "generated.json") else write(boston(file[1]), "boston.json")
