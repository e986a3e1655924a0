function Get-InnkeeperTeamSection {
    <#
    .SYNOPSIS
        Reads the teams of the operating system (LBFO).
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param ()
    $problems = [System.Collections.Generic.List[string]]::new()
    $teams = Read-InnkeeperRow 'Get-NetLbfoTeam' { NetLbfo\Get-NetLbfoTeam } $problems
    if ($teams.isMissing) { return New-InnkeeperReading $null $problems 'The NetLbfo module is not installed on this host.' }
    if ($null -eq $teams.rows) { return New-InnkeeperReading $null $problems }
    $section = @(foreach ($team in $teams.rows) {
            $record = ConvertTo-InnkeeperRecord $team ([ordered]@{
                    name                   = 'text', 'Name'
                    members                = 'texts', 'Members'
                    teamNics               = 'texts', 'TeamNics'
                    teamingMode            = 'TeamingMode', 'TeamingMode'
                    loadBalancingAlgorithm = 'LoadBalance', 'LoadBalancingAlgorithm'
                    status                 = 'TeamStatus', 'Status'
                }) $problems
            if (Test-InnkeeperIdentified $record 'name' 'Get-NetLbfoTeam' $problems) { $record }
        })
    New-InnkeeperReading $section $problems
}
