function ConvertTo-InnkeeperDevice {
    <#
    .SYNOPSIS
        Returns the result of one adapter cmdlet for one adapter: its row, `listed: false` without a row, null if the cmdlet failed.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param (
        [Parameter(Mandatory)] [AllowNull()] [hashtable] $Device,
        [Parameter(Mandatory)] [AllowEmptyString()] [string] $Name,
        [Parameter(Mandatory)] [System.Collections.Specialized.OrderedDictionary] $Field,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [System.Collections.Generic.List[string]] $Problem
    )
    # Without a name, an adapter cannot be found among the rows.
    if ($null -eq $Device -or $Name -eq '') { return $null }
    if (-not $Device.rows.ContainsKey($Name)) {
        # After an error, this row may be the missing one.
        if ($Device.isComplete) { return [ordered]@{ listed = $false } }
        return $null
    }
    $record = ConvertTo-InnkeeperRecord $Device.rows[$Name] $Field $Problem
    $record.Insert(0, 'listed', $true)
    $record
}
