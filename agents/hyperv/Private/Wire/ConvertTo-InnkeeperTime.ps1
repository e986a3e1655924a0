function ConvertTo-InnkeeperTime {
    <#
    .SYNOPSIS
        Formats a time for the report, in UTC with milliseconds. A date without a time, such as a driver date, is midnight in UTC.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param ([Parameter(Mandatory)] [AllowNull()] [object] $Value)
    $time = [datetime]::MinValue
    if ($Value -is [datetime]) {
        $time = $Value.ToUniversalTime()
    }
    elseif ($Value -is [string]) {
        $isDay = [datetime]::TryParseExact($Value, 'yyyy-MM-dd', [cultureinfo]::InvariantCulture, 'AssumeUniversal, AdjustToUniversal', [ref] $time)
        if (-not $isDay) { return $null }
    }
    # Windows represents "never" as the first day of its calendar.
    if ($time.Year -le 1601) { return $null }
    $time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", [cultureinfo]::InvariantCulture)
}
