function Limit-InnkeeperText ([string] $Text, [int] $MaxLength) {
    <#
    .SYNOPSIS
        Cuts text to what the wire takes, never through the middle of a character. Guests write names as long as they like.
    #>
    if ($Text.Length -le $MaxLength) { return $Text }
    $end = $MaxLength
    if ([char]::IsHighSurrogate($Text[$end - 1])) { $end-- }
    $Text.Substring(0, $end)
}
