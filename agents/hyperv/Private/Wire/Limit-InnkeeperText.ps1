function Limit-InnkeeperText ([string] $Text, [int] $MaxLength) {
    <#
    .SYNOPSIS
        Cuts text to the length that the contract allows, never in the middle of a character. Guests can write names of any length.
    #>
    if ($Text.Length -le $MaxLength) { return $Text }
    $end = $MaxLength
    if ([char]::IsHighSurrogate($Text[$end - 1])) { $end-- }
    $Text.Substring(0, $end)
}
