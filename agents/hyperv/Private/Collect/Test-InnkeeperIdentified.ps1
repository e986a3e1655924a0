function Test-InnkeeperIdentified {
    <#
    .SYNOPSIS
        Returns whether a record has the key that identifies it. One without it is left out, which is reported: the server would refuse the whole report.
    .EXAMPLE
        Test-InnkeeperIdentified $record 'id' 'Get-VMSwitch' $problems
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param (
        [Parameter(Mandatory)] [System.Collections.Specialized.OrderedDictionary] $Record,
        [Parameter(Mandatory)] [string] $Key,
        [Parameter(Mandatory)] [string] $Source,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [System.Collections.Generic.List[string]] $Problem
    )
    if ($Record.Contains($Key)) { return $true }
    $Problem.Add("${Source}: a row without $Key is left out")
    $false
}
